/**
 * The program cannot start and nothing was broken. `message` is one plain Russian sentence for the person who started it;
 * `cause` holds the technical reason for the log. Whoever catches it prints the sentence and exits with code 1.
 */
export class StartRefused extends Error {
  override readonly name: string = 'StartRefused';
}
