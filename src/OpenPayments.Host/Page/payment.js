// One payment: its steps as they happen, and the receipt.
import { toText } from "./amounts.js";
import { forget, recall, remember } from "./consent.js";

const element = id => document.getElementById(id);

const steps = {
  "sender-wallet-address": "Read your wallet address",
  "receiver-wallet-address": "Read the receiver’s wallet address",
  "incoming-payment-grant": "Get leave to announce the payment to the receiver’s wallet",
  "incoming-payment": "Announce the payment to the receiver’s wallet",
  "quote-grant": "Get leave to ask your wallet for a quote",
  "quote": "Ask your wallet for a quote",
  "outgoing-payment-grant": "Ask your wallet for a consent page",
  "consent": "You agree at your wallet",
  "grant-continuation": "Take your consent back to your wallet",
  "outgoing-payment": "Order the payment",
  "settlement": "Watch the money arrive",
  "completed": "Done",
  "partial": "Paid in part",
  "failed": "Not paid",
  "uncertain": "Not known",
};

const statuses = {
  "preparing": "Getting ready…",
  "awaiting-consent": "Your wallet asks for your consent.",
  "paying": "Paying…",
  "scheduled": "Waiting for its time.",
  "completed": "Paid. The money has arrived.",
  "partial": "Paid in part; no more will be.",
  "failed": "Not paid.",
  "uncertain": "It is not known how this ended.",
};

const final = ["completed", "partial", "failed", "uncertain"];

const clock = time => new Date(time).toLocaleTimeString([], { timeStyle: "medium", hourCycle: "h23" });

export function showPayment(id) {
  element("order").hidden = true;
  element("payment").hidden = false;
  element("steps").replaceChildren();
  document.title = "Payment";
  element("payment-title").focus();
  const events = new EventSource(`payments/${encodeURIComponent(id)}/events`);
  events.addEventListener("step", event => {
    const payment = JSON.parse(event.data);
    if (final.includes(payment.status)) events.close();
    showStep(payment);
    showStatus(payment);
  });
  // an EventSource comes back by itself; only a refusal closes it
  events.addEventListener("error", () => {
    if (events.readyState === EventSource.CLOSED && !element("steps").children.length) element("payment-status").textContent = "There is no such payment.";
  });
}

function showStep({ step, status, updatedAt }) {
  const list = element("steps");
  const last = list.lastElementChild;
  if (last?.dataset.step === step) return;
  if (last) last.className = final.includes(status) && status !== "completed" ? "failed" : "done";
  const item = document.createElement("li");
  item.dataset.step = step;
  item.className = status === "completed" ? "done" : final.includes(status) ? "failed" : "";
  const text = document.createElement("span");
  text.textContent = steps[step] ?? step;
  const time = document.createElement("time");
  time.dateTime = updatedAt;
  time.textContent = clock(updatedAt);
  item.append(text, time);
  list.append(item);
}

function showStatus(payment) {
  const status = payment.status !== "awaiting-consent" || !payment.reason ? statuses[payment.status]
    : payment.reason.code === "consent-declined" ? "Declined at your wallet." : "Your wallet asks for your consent once more.";
  if (element("payment-status").textContent !== status) element("payment-status").textContent = status;
  const reason = element("payment-reason");
  reason.hidden = !payment.reason;
  reason.textContent = payment.reason ? `${payment.reason.detail} ${payment.reason.advice}` : "";
  // a second consent has a page of its own: the first is of no use any more
  remember(payment.id, payment.redirectUrl);
  const redirect = recall(payment.id);
  const awaited = payment.status === "awaiting-consent" && redirect !== null;
  if (awaited) element("consent-link").href = redirect;
  if (final.includes(payment.status)) forget(payment.id);
  element("consent").hidden = !awaited;
  showReceipt(payment);
}

function showReceipt(payment) {
  const done = payment.status === "completed";
  const lines = [
    [done ? "You paid" : "You pay", payment.debitAmount && toText(payment.debitAmount)],
    ["To arrive", !payment.receivedAmount && payment.receiveAmount && toText(payment.receiveAmount)],
    ["Arrived", payment.receivedAmount && toText(payment.receivedAmount)],
    ["Quote holds until", payment.status === "awaiting-consent" && payment.quoteExpiresAt && clock(payment.quoteExpiresAt)],
    ["Outgoing payment", final.includes(payment.status) && payment.outgoingPayment],
    ["Payment id", payment.id],
  ].filter(([, text]) => text);
  element("receipt").replaceChildren(...lines.flatMap(([name, text]) => [Object.assign(document.createElement("dt"), { textContent: name }), Object.assign(document.createElement("dd"), { textContent: text, className: /^https?:/.test(text) ? "url" : "" })]));
  element("receipt").hidden = false;
}
