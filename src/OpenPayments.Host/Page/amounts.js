// Amounts are whole numbers of an asset's smallest unit; people write them with a decimal point. BigInt, because a uint64 does not fit a Number.

/** "10.5" at scale 2 is "1050"; throws a sentence for people where it is no amount of the asset. */
export function toUnits(text, assetCode, assetScale) {
  const match = /^\s*(\d+)(?:[.,](\d*))?\s*$/.exec(text);
  if (!match) throw new Error("Write the amount in digits, such as 10.00.");
  const [, whole, fraction = ""] = match;
  const digits = fraction.replace(/0+$/, "");
  if (digits.length > assetScale) throw new Error(`${assetCode} has ${assetScale} decimal places.`);
  const units = BigInt(whole + digits.padEnd(assetScale, "0"));
  if (units === 0n) throw new Error("The amount must be more than nothing.");
  if (units > 18446744073709551615n) throw new Error("The amount is too large.");
  return units.toString();
}

/** The amount as people write it: {value:"1050", assetScale:2, assetCode:"USD"} is "10.50 USD". */
export function toText({ value, assetScale, assetCode }) {
  const digits = value.padStart(assetScale + 1, "0");
  const whole = digits.slice(0, digits.length - assetScale);
  return `${whole}${assetScale ? "." + digits.slice(-assetScale) : ""} ${assetCode}`;
}
