/**
 * Reads a snapshot of any page where the answer arrives, not on the page. Apart from the registry: the background, which
 * reads no page, need not carry it.
 */
export const loadGenericReader = () => import('./page/page');
