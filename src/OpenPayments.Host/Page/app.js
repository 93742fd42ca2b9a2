// One page, two views: ?payment=<id> shows a payment, anything else the form.
import { showOrder } from "./order.js";
import { showPayment } from "./payment.js";

const id = new URLSearchParams(location.search).get("payment");
if (id) showPayment(id);
else showOrder(showPayment);
addEventListener("popstate", () => location.reload());
