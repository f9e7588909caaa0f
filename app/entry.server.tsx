/** Remix asks for an entry; the program answers requests for pages itself (`core/page-answer.server.tsx`). */
export default function handleRequest(): never {
  throw new Error('pages are answered by core/page-answer.server.tsx');
}
