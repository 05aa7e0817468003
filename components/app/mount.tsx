import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import * as z from 'zod/mini';
import './theme.css';
import { startTheme } from './theme';

/** Starts a screen of the extension in `#root`. */
export function mount(screen: ReactNode): void {
  // Extension pages forbid eval, which zod would probe for.
  z.config({ jitless: true });
  startTheme();
  const root = document.getElementById('root');
  if (root) createRoot(root).render(<StrictMode>{screen}</StrictMode>);
}
