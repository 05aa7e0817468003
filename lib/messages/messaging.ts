import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Protocol } from './protocol';

/** The two ends of the protocol; pages import `send.ts`, the worker imports `handle.ts`. */
export const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();
