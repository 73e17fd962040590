// The inputs of a card: each has a label, a value as Webex sends it (always a string), and an
// error message.

import { h } from "./dom.js";

/** An input: {id, read() -> string, write(string), complain() -> string or ""}. */
const behind = new WeakMap();
let count = 0;

export const INPUTS = {
  "Input.Text": (element) => single(element, textControl(element), textComplaint),
  "Input.Number": (element) => single(element, typed("number", element, ["min", "max"]), rangeComplaint),
  "Input.Date": (element) => single(element, typed("date", element, ["min", "max"]), rangeComplaint),
  "Input.Time": (element) => single(element, typed("time", element, ["min", "max"]), rangeComplaint),
  "Input.Toggle": toggle,
  "Input.ChoiceSet": choiceSet,
};

/** The inputs' values by id; null if any is invalid, after showing why. */
export function collect(inputs) {
  const wrong = inputs.filter((input) => !isRight(input));
  wrong[0]?.querySelector("input, textarea, select")?.focus();
  return wrong.length ? null : valuesOf(inputs);
}

/** The inputs' values by id. */
export function valuesOf(inputs) {
  return Object.fromEntries(inputs.map((input) => [behind.get(input).id, behind.get(input).read()]));
}

/** Fill the inputs with values by id; the others stay as they are. */
export function fill(inputs, values) {
  for (const { id, write } of inputs.map((input) => behind.get(input))) {
    if (Object.hasOwn(values, id)) write(values[id]);
  }
}

function isRight(input) {
  const { complain } = behind.get(input);
  const complaint = input.closest("[hidden]") ? "" : complain();
  input.querySelector(".complaint").textContent = complaint;
  for (const control of input.querySelectorAll("input, textarea, select")) {
    control.setAttribute("aria-invalid", String(Boolean(complaint)));
  }
  return !complaint;
}

function single(element, control, complaintOf) {
  control.id = `card-input-${++count}`;
  const label = element.label && h("label", { for: control.id }, element.label, star(element));
  if (!label) control.setAttribute("aria-label", element.placeholder || element.id || "Answer");
  const complain = () => missing(element, control.value) || (control.value && complaintOf(element, control)) || "";
  const value = { read: () => control.value, write: (text) => (control.value = text) };
  return finish(element, [label, control], [control], value, complain);
}

function finish(element, parts, controls, value, complain) {
  const complaint = h("p", { class: "complaint", id: `card-complaint-${++count}`, role: "alert" });
  for (const control of controls) control.setAttribute("aria-describedby", complaint.id);
  const drawn = h("div", { class: "input" }, ...parts, complaint);
  behind.set(drawn, { id: element.id, ...value, complain });
  return drawn;
}

const star = ({ isRequired }) => isRequired && h("span", {},
  h("span", { class: "required", "aria-hidden": "true" }, " *"), h("span", { class: "unseen" }, " (required)"));

function missing({ isRequired, errorMessage }, value) {
  return isRequired && !value ? errorMessage || "Please fill in this field." : "";
}

function textControl({ isMultiline, placeholder, value, maxLength, style, isRequired }) {
  const kinds = { Email: "email", Url: "url", Tel: "tel" };
  const looks = { placeholder, maxlength: maxLength, "aria-required": isRequired && "true" };
  const control = isMultiline
    ? h("textarea", { ...looks, rows: 3 })
    : h("input", { ...looks, type: "text", inputmode: kinds[style] });
  control.value = value ?? "";
  return control;
}

function textComplaint({ regex, errorMessage }, { value }) {
  return !regex || fits(regex, value) ? "" : errorMessage || "This isn’t in the expected format.";
}

/** An invalid pattern accepts everything, as in Webex. */
function fits(regex, value) {
  try {
    return new RegExp(regex).test(value);
  } catch {
    return true;
  }
}

function typed(type, element, limits) {
  const control = h("input", { type, placeholder: element.placeholder, "aria-required": element.isRequired && "true" });
  for (const limit of limits) if (element[limit] !== undefined) control.setAttribute(limit, element[limit]);
  control.value = element.value ?? "";
  return control;
}

function rangeComplaint({ min, max, errorMessage }, control) {
  if (control.validity.valid) return "";
  const range = [min !== undefined && `not before ${min}`, max !== undefined && `not after ${max}`].filter(Boolean);
  return errorMessage || `Please choose a value ${range.join(" and ")}.`;
}

function toggle(element) {
  const { title, label, value, valueOn = "true", valueOff = "false" } = element;
  const control = h("input", { type: "checkbox" });
  control.checked = value === valueOn;
  const parts = [label && h("p", { class: "label" }, label, star(element)), h("label", { class: "option" }, control, title ?? "")];
  const complain = () => missing(element, control.checked);
  const state = {
    read: () => (control.checked ? valueOn : valueOff),
    write: (text) => (control.checked = text === valueOn),
  };
  return finish(element, parts, [control], state, complain);
}

function choiceSet(element) {
  const isExpanded = element.style === "expanded" || element.isMultiSelect;
  return isExpanded ? expanded(element) : single(element, select(element), () => "");
}

function select({ choices, value, placeholder, isRequired }) {
  const control = h("select", { "aria-required": isRequired && "true" },
    h("option", { value: "" }, placeholder ?? "Choose…"),
    ...choices.map((choice) => h("option", { value: choice.value }, choice.title)));
  control.value = value ?? "";
  return control;
}

/** Several choices are joined with commas: https://developer.webex.com/docs/buttons-and-cards */
function expanded(element) {
  const { choices, value, isMultiSelect, label } = element;
  const type = isMultiSelect ? "checkbox" : "radio";
  const name = `card-choice-${++count}`;
  const given = isMultiSelect ? String(value ?? "").split(",") : [value];
  const controls = choices.map((choice) => h("input", { type, name, value: choice.value, checked: given.includes(choice.value) }));
  const options = choices.map((choice, index) => h("label", { class: "option" }, controls[index], choice.title));
  const group = h("fieldset", {}, h("legend", { class: label ? "" : "unseen" }, label || element.id || "Choose", star(element)), ...options);
  const chosen = () => controls.filter(({ checked }) => checked).map((control) => control.value).join(",");
  const choose = (text) => controls.forEach((control) => (control.checked = text.split(",").includes(control.value)));
  return finish(element, [group], controls, { read: chosen, write: choose }, () => missing(element, chosen()));
}
