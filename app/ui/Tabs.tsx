/** Sides of one subject, each a page of its own. */
export function Tabs({
  label,
  items,
}: {
  label: string;
  items: readonly { href: string; text: string; current?: boolean }[];
}) {
  return (
    <nav className="tabs" aria-label={label}>
      {items.map((item) => (
        <a key={item.href} href={item.href} aria-current={item.current ? 'page' : undefined}>
          {item.text}
        </a>
      ))}
    </nav>
  );
}
