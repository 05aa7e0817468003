/**
 * Why a delivery did not go through. The type lies in `lib/http`, which may import nothing but `lib/std`; trackers and
 * the outbox know it under this name.
 */
export type { HttpError as DeliveryError, HttpErrorKind as DeliveryErrorKind } from '@/lib/http/http-error';
