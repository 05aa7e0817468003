/** The pack could not be made; the message is for the person who typed the command, and holds no secret. */
export class PackError extends Error {
  override readonly name = 'PackError';
}
