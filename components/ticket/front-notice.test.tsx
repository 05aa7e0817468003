import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FrontNotice } from './front-notice';
import type { Front } from './front-tracker';

const notice = (front: Front, shown: string | null = null) =>
  render(<FrontNotice front={front} shown={shown} onRead={vi.fn()} />);

afterEach(cleanup);

describe('FrontNotice', () => {
  it('says which ticket stays while another page is in front', () => {
    notice({ kind: 'not-a-ticket', url: 'https://mail.example/' }, '4711');
    expect(screen.getByText(/This tab is no ticket\. Showing #4711; nothing is lost\./)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Read this page' })).toBeEnabled();
  });

  it('names the address it asks for, and none when the browser hides it', () => {
    const { rerender } = notice({
      kind: 'no-access',
      url: 'https://desk.example/tickets/1',
      byPolicy: false,
    });
    expect(screen.getByRole('button', { name: 'Allow desk.example' })).toBeEnabled();
    rerender(
      <FrontNotice front={{ kind: 'no-access', url: null, byPolicy: false }} shown={null} onRead={vi.fn()} />,
    );
    expect(screen.getByText(/Click the Baton icon/)).toBeVisible();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('is silent on a ticket it may follow', () => {
    const { container } = notice({
      kind: 'ticket',
      tabId: 1,
      url: 'https://desk.example/tickets/1',
      allowed: true,
    });
    expect(container).toBeEmptyDOMElement();
  });
});
