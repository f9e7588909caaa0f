/** How a load looks beside its limits: calm, from the soft limit on a warning, at the limit full. */
export function loadTone(busy: number, most: number, soft: number): 'ok' | 'warn' | 'bad' {
  if (busy >= most) return 'bad';
  return busy >= soft ? 'warn' : 'ok';
}
