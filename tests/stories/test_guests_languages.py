"""What guests say is understood in each of their languages: their link, or words for the host."""

from __future__ import annotations

import pytest

from bot.core.wording.languages import NAMES
from tests.stories.fake import FakeStage
from tests.stories.test_more_links import started

LINK = {
    "en": ["I lost my link", "can you resend the link?", "the link doesn't work", "I can't get in"],
    "de": [
        "ich habe meinen Link verloren",
        "können Sie den Link nochmal schicken?",
        "der Link geht nicht",
        "ich komme nicht rein",
    ],
    "fr": [
        "j'ai perdu mon lien",
        "pouvez-vous renvoyer le lien ?",
        "le lien ne marche pas",
        "je n'arrive pas à entrer",
    ],
    "es": [
        "he perdido mi enlace",
        "¿puede reenviar el enlace?",
        "el enlace no funciona",
        "no puedo entrar",
    ],
    "it": [
        "ho perso il mio link",
        "puoi rimandarmi il link?",
        "il link non funziona",
        "non riesco a entrare",
    ],
    "pt": [
        "perdi o meu link",
        "pode reenviar o link?",
        "o link não funciona",
        "não consigo entrar",
    ],
    "nl": [
        "ik ben mijn link kwijt",
        "kunt u de link opnieuw sturen?",
        "de link werkt niet",
        "ik kom er niet in",
    ],
    "ja": [
        "リンクをなくしました",
        "リンクを再送してください",
        "リンクが開きません",
        "入れません",
    ],
}
LATE = {
    "en": ["I'm 10 minutes late", "I'll be there at 3:15"],
    "de": ["ich bin 10 Minuten zu spät", "ich komme erst um Viertel nach drei"],
    "fr": ["j'ai 10 minutes de retard", "j'arrive à 15h15"],
    "es": ["llego 10 minutos tarde", "llego a las tres y cuarto"],
    "it": ["sono in ritardo di 10 minuti", "arrivo alle 15 e 15"],
    "pt": ["estou 10 minutos atrasado", "chego às 15h15"],
    "nl": ["ik ben 10 minuten te laat", "ik kom om kwart over drie"],
    "ja": ["10分遅れます", "15時15分に着きます"],
}
NOT_COMING = {
    "en": ["I can't come", "not today"],
    "de": ["ich kann nicht kommen", "heute geht es nicht"],
    "fr": ["je ne peux pas venir", "pas aujourd'hui"],
    "es": ["no puedo ir", "hoy no puedo"],
    "it": ["non posso venire", "oggi non posso"],
    "pt": ["não posso ir", "hoje não posso"],
    "nl": ["ik kan niet komen", "vandaag lukt het niet"],
    "ja": ["行けません", "今日は参加できません"],
}
OTHERWISE = {
    "en": ["can we move it to 4pm?", "move it to 4pm", "thanks"],
    "de": ["können wir auf 16 Uhr verschieben?", "verschiebe auf 16 Uhr", "danke"],
    "fr": ["peut-on décaler à 16h ?", "décale à 16h", "merci"],
    "es": ["¿podemos cambiar a las 16?", "mueve a las 16:00", "gracias"],
    "it": ["possiamo spostare alle 16?", "spostiamo alle 16", "grazie"],
    "pt": ["podemos mudar para as 16h?", "mude para as 16h", "obrigado"],
    "nl": ["kunnen we verplaatsen naar 16 uur?", "verplaats naar 16 uur", "bedankt"],
    "ja": ["16時に変更できますか", "16時にしてください", "ありがとうございます"],
}


@pytest.mark.parametrize("code", NAMES)
def test_a_guest_gets_their_link_in_every_language(core: FakeStage, code: str):
    started(core)
    for said in LINK[code]:
        told = len(core.told("erin"))
        core.hears("alice@x.com", said, space=None)
        assert core.told("alice@x.com")[-1].links, said
        assert len(core.told("erin")) == told, said


@pytest.mark.parametrize("kind", [LATE, NOT_COMING, OTHERWISE], ids=["late", "not coming", "other"])
@pytest.mark.parametrize("code", NAMES)
def test_other_words_reach_the_host_in_every_language(
    core: FakeStage, code: str, kind: dict[str, list[str]]
):
    started(core)
    for said in kind[code]:
        core.hears("alice@x.com", said, space=None)
        assert f"“{said}”" in core.told("erin")[-1].text, said
        assert not core.told("alice@x.com")[-1].links, said
    assert len(core.broker.asked) == 1


@pytest.mark.parametrize(
    "said",
    ["hello", "cancel", "status", "meet carl@z.net", "resend carl@z.net", "tell all: hi"],
)
def test_what_hosts_may_say_is_words_for_the_host_too(core: FakeStage, said: str):
    started(core)
    for _ in range(2):
        core.hears("alice@x.com", said, space=None)
    assert said in core.told("erin")[-1].text
    assert "passed your message on" in core.told("alice@x.com")[-1].text
    assert core.told("carl@z.net") == []
