// Where the payer agrees. Told once, to whoever started the payment; kept in this tab alone.
const key = id => `consent ${id}`;

export function remember(id, redirectUrl) {
  if (redirectUrl && /^https?:\/\//.test(redirectUrl)) sessionStorage.setItem(key(id), redirectUrl);
}

export const recall = id => sessionStorage.getItem(key(id));
export const forget = id => sessionStorage.removeItem(key(id));
