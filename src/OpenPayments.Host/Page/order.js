// The form: from two wallet addresses and an amount to a quote.
import { toUnits } from "./amounts.js";
import { remember } from "./consent.js";

const element = id => document.getElementById(id);
const fieldOf = { "#/senderWalletAddress": "sender", "#/receiverWalletAddress": "receiver", "#/url": "receiver" };

const hint = element("receiver-hint").textContent; // for as long as it is not known whom the address belongs to
let asset = null; // of the receiver, once looked up: {address, assetCode, assetScale}

export async function showOrder(show) {
  const query = new URLSearchParams(location.search);
  for (const name of ["sender", "receiver", "amount"]) element(name).value = query.get(name) ?? "";
  const { apiKeyNeeded } = await (await fetch("page.json")).json();
  element("api-key-field").hidden = !apiKeyNeeded;
  element("receiver").addEventListener("change", () => lookUp().catch(problem => report(problem, false)));
  element("order-form").addEventListener("submit", event => { event.preventDefault(); send(show); });
  element("order").hidden = false;
  // a form that comes filled in says at once whom it pays, and in what; what is wrong it says when it is sent
  if (!apiKeyNeeded) await lookUp().catch(() => {});
}

async function send(show) {
  clear();
  element("order-send").disabled = true;
  element("order-send").textContent = "Asking both wallets…";
  try {
    for (const name of ["sender", "receiver", "amount"]) if (!element(name).value.trim()) throw new FieldProblem(name, "This is needed.");
    const { assetCode, assetScale } = await lookUp();
    const started = await call("payments", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({
        senderWalletAddress: element("sender").value.trim(),
        receiverWalletAddress: element("receiver").value.trim(),
        incomingAmount: { value: units(assetCode, assetScale), assetCode, assetScale },
      }),
    });
    remember(started.id, started.redirectUrl);
    history.pushState(null, "", `?payment=${encodeURIComponent(started.id)}`);
    show(started.id);
  } catch (problem) {
    report(problem);
  } finally {
    element("order-send").disabled = false;
    element("order-send").textContent = "Get a quote";
  }
}

function units(assetCode, assetScale) {
  try {
    return toUnits(element("amount").value, assetCode, assetScale);
  } catch (error) {
    throw new FieldProblem("amount", error.message);
  }
}

async function lookUp() {
  const address = element("receiver").value.trim();
  if (!address) return null;
  if (asset?.address === address) return asset;
  element("amount-asset").textContent = "";
  element("receiver-hint").textContent = hint;
  const wallet = await call(`wallet-address?url=${encodeURIComponent(address)}`);
  const found = { address, assetCode: wallet.assetCode, assetScale: wallet.assetScale };
  if (element("receiver").value.trim() !== address) return found; // overtaken: it was changed meanwhile
  asset = found;
  element("amount-asset").textContent = wallet.assetCode;
  element("receiver-hint").textContent = wallet.publicName ? `This is ${wallet.publicName}.` : "This wallet address exists.";
  hideError("receiver");
  return found;
}

async function call(url, options = {}) {
  const key = element("api-key").value;
  const headers = { ...options.headers, ...(key ? { Authorization: `Bearer ${key}` } : {}) };
  const response = await fetch(url, { ...options, headers }).catch(() => { throw new Error("This host does not answer. Try again."); });
  const body = await response.json();
  if (response.ok) return body;
  if (response.status === 401) throw new FieldProblem("api-key", body.detail);
  throw Object.assign(new Error([body.detail, body.advice].filter(Boolean).join(" ")), { errors: body.errors ?? [] });
}

class FieldProblem extends Error {
  constructor(field, message) {
    super(message);
    this.errors = [{ pointer: field, detail: message }];
  }
}

// what is found wrong while someone types elsewhere does not take the focus away
function report(problem, focus = true) {
  let first = null;
  for (const { pointer, detail } of problem.errors ?? []) {
    const name = fieldOf[pointer] ?? (pointer.startsWith("#/incomingAmount") ? "amount" : pointer);
    const error = element(`${name}-error`);
    if (!error) continue;
    error.textContent = detail;
    error.hidden = false;
    element(name).setAttribute("aria-invalid", "true");
    first ??= element(name);
  }
  if (first) return focus ? first.focus() : undefined;
  element("order-problem").textContent = problem.message;
  element("order-problem").hidden = false;
}

function clear() {
  element("order-problem").hidden = true;
  for (const name of ["sender", "receiver", "amount", "api-key"]) hideError(name);
}

function hideError(name) {
  element(`${name}-error`).hidden = true;
  element(name).removeAttribute("aria-invalid");
}
