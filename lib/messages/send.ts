import { sendMessage } from './messaging';

/** Asks the background worker. Rejects only when the worker is gone, e.g. after an update of the extension. */
export const send = sendMessage;
