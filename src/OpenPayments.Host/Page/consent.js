// Where the payer agrees. Told to whoever started the payment, and told anew where the payer has to agree once more; kept in this tab alone.
const key = id => `consent ${id}`;

export function remember(id, redirectUrl) {
  if (redirectUrl && /^https?:\/\//.test(redirectUrl)) sessionStorage.setItem(key(id), redirectUrl);
}

export const recall = id => sessionStorage.getItem(key(id));
export const forget = id => sessionStorage.removeItem(key(id));
