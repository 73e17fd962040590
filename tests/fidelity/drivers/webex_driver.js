// Cisco's JavaScript SDK: its messaging part, over REST and the WebSocket.
const {version} = require('webex/package');

// The whole of version 3 runs in browsers only: its meetings need a window.
const PLUGINS = [
  'plugin-authorization', 'internal-plugin-device', 'plugin-attachment-actions', 'plugin-logger',
  'plugin-messages', 'plugin-memberships', 'plugin-people', 'plugin-rooms', 'plugin-teams',
  'plugin-team-memberships', 'plugin-webhooks',
];
const messagingPart = () => {
  PLUGINS.forEach((name) => require(`@webex/${name}`));
  const Core = require('@webex/webex-core').default.extend({webex: true, version});
  return {init: (attributes) => new Core(attributes)};
};
const Webex = version.startsWith('2.') ? require('webex') : messagingPart();

const state = JSON.parse(process.env.SANDBOX_STATE);
const token = (name) => [...state.people, ...state.bots].find((each) => each.name === name).token;
const room = (title) => state.rooms.find((each) => each.title === title).id;
const quiet = () => {};
const logger = Object.fromEntries(
  ['error', 'warn', 'log', 'info', 'debug', 'trace', 'group', 'groupEnd'].map((name) => [name, quiet])
);

const speakingFor = (name) =>
  Webex.init({
    credentials: {access_token: token(name)},
    config: {
      AlternateLogger: function () { return logger; },
      services: {discovery: {hydra: state.api, u2c: state.websocket_catalog}, validateDomains: false},
      device: {validateDomains: false, preDiscoveryServices: {hydra: state.api, hydraServiceUrl: state.api}},
    },
  });

process.on('unhandledRejection', quiet); // of its metrics and encryption, which aren't emulated
const erin = speakingFor('Erin Expert');
const bot = speakingFor('Connect Bot');
const CARD = {
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: {type: 'AdaptiveCard', version: '1.2', body: []},
};

const must = (truth, what) => { if (!truth) throw new Error(what || 'not so'); };
const heard = (plugin, event, matches) =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no ${event}`)), 10000);
    plugin.on(event, (each) => { if (matches(each)) { clearTimeout(timer); resolve(each); } });
  });

const checks = {
  people: async () => {
    const me = await erin.people.get('me');
    must((await erin.people.list({email: me.emails[0]})).items[0].id === me.id);
    must((await erin.people.get(me.id)).displayName === 'Erin Expert');
  },
  rooms: async () => {
    const made = await erin.rooms.create({title: 'Made'});
    must((await erin.rooms.update({...made, title: 'Renamed'})).title === 'Renamed');
    must((await erin.rooms.list()).items.some((each) => each.id === made.id));
    await erin.rooms.remove(made);
  },
  memberships: async () => {
    const made = await erin.rooms.create({title: 'Members'});
    const joined = await erin.memberships.create({roomId: made.id, personEmail: 'carl@example.com'});
    must((await erin.memberships.update({...joined, isModerator: true})).isModerator);
    await erin.memberships.remove(joined);
    must((await erin.memberships.list({roomId: made.id})).items.length === 1);
  },
  teams: async () => {
    const team = await erin.teams.create({name: 'Team'});
    await erin.teamMemberships.create({teamId: team.id, personEmail: 'carl@example.com'});
    must((await erin.teamMemberships.list({teamId: team.id})).items.length === 2);
    must((await erin.teams.update({id: team.id, name: 'Renamed'})).name === 'Renamed');
  },
  webhooks: async () => {
    const made = await bot.webhooks.create({
      name: 'n', targetUrl: 'http://127.0.0.1:9/', resource: 'messages', event: 'created',
    });
    await bot.webhooks.update({...made, name: 'm'});
    must((await bot.webhooks.list()).items[0].name === 'm');
    await bot.webhooks.remove(made);
  },
  pages: async () => {
    const first = await erin.rooms.list({max: 1});
    must(first.hasNext());
    must((await first.next()).items.length === 1);
  },
  created_messages_are_heard: async () => {
    await bot.messages.listen();
    const event = heard(bot.messages, 'created', (each) => each.data.text === 'hello');
    await erin.messages.create({toPersonEmail: 'connect@webex.bot', text: 'hello'});
    must((await event).data.personEmail === 'erin@example.com');
  },
  deleted_messages_are_heard: async () => {
    const said = await erin.messages.create({toPersonEmail: 'connect@webex.bot', text: 'bye'});
    const event = heard(bot.messages, 'deleted', (each) => each.data.id === said.id);
    await erin.messages.remove(said);
    await event;
  },
  presses_are_heard: async () => {
    await bot.attachmentActions.listen();
    const card = await bot.messages.create({roomId: room('Support'), text: 'x', attachments: [CARD]});
    const event = heard(bot.attachmentActions, 'created', (each) => each.data.messageId === card.id);
    await erin.attachmentActions.create({type: 'submit', messageId: card.id, inputs: {yes: 1}});
    must((await bot.attachmentActions.get((await event).data.id)).inputs.yes === 1);
  },
  rooms_are_heard: async () => {
    await bot.rooms.listen();
    const created = heard(bot.rooms, 'created', () => true);
    const made = await bot.rooms.create({title: 'Heard'});
    must((await created).data.id === made.id);
    const updated = heard(bot.rooms, 'updated', (each) => each.data.id === made.id);
    await bot.rooms.update({...made, title: 'Renamed'});
    await updated;
  },
  memberships_are_heard: async () => {
    await bot.memberships.listen();
    const made = await bot.rooms.create({title: 'Joined'});
    const created = heard(bot.memberships, 'created', (each) => each.data.personEmail === 'carl@example.com');
    const joined = await bot.memberships.create({roomId: made.id, personEmail: 'carl@example.com'});
    must((await created).data.id === joined.id);
    const updated = heard(bot.memberships, 'updated', (each) => each.data.id === joined.id);
    await bot.memberships.update({...joined, isModerator: true});
    must((await updated).data.isModerator);
    const deleted = heard(bot.memberships, 'deleted', (each) => each.data.id === joined.id);
    await bot.memberships.remove(joined);
    await deleted;
  },
};

(async () => {
  for (const [name, run] of Object.entries(checks)) {
    let failed = '';
    try { await run(); } catch (error) { failed = String((error && error.message) || error); }
    process.stdout.write(`${JSON.stringify({name, failed})}\n`);
  }
  process.exit(0);
})();
