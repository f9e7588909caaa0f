// Remix wants a client entry; pages are finished HTML and never hydrate (D1), so there is nothing to start.
export {};
