/** '+7XXXXXXXXXX' out of what people type; null when it is not a Russian number. */
export function normalPhone(typed: string): string | null {
  const digits = typed.replace(/\D/g, '');
  if (digits.length === 10) return `+7${digits}`;
  return digits.length === 11 && /^[78]/.test(digits) ? `+7${digits.slice(1)}` : null;
}

/** '+7 912 345-67-89' with no-break spaces. */
export function formatPhone(phone: string): string {
  const match = /^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(phone);
  return match ? `+7\u00A0${match[1]}\u00A0${match[2]}-${match[3]}-${match[4]}` : phone;
}
