import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Page, TicketReader } from '@/lib/ticket/ticket-reader';

export interface ShownBox {
  /** What stands in the box: HTML of an editor, text of a plain field. */
  readonly held: string;
  readonly internal?: boolean;
}

export interface ReplyContract {
  readonly reader: TicketReader;
  readonly ticketId: string;
  readonly url: string;
  /** Draws the ticket's page with its reply box into `document`, as the desk's own source does. */
  readonly draw: (box: ShownBox) => void;
  /** The box in the drawn page; of an editor in a frame, the body in there. */
  readonly box: () => Element | null | undefined;
  /** What the desk's editor leaves in an empty box. */
  readonly empty: string;
  readonly visibility: 'public' | 'everyone';
  /** True where the same box serves internal notes. */
  readonly canBeInternal: boolean;
  /** Changes of the drawn page that close the box to Baton, with how it is refused. */
  readonly refuses: readonly (readonly [
    string,
    () => void,
    'not-found' | 'changed-layout' | 'half-loaded',
  ])[];
}

/** The body of a frame, made a box that people write in. */
export function drawFrameBox(selector: string, held: string): void {
  const body = document.querySelector<HTMLIFrameElement>(selector)?.contentDocument?.body;
  if (!body) throw new Error(`No frame is drawn as ${selector}.`);
  body.setAttribute('contenteditable', 'true');
  body.innerHTML = held;
}

export const frameBox = (selector: string) =>
  document.querySelector<HTMLIFrameElement>(selector)?.contentDocument?.body;

/** What every reader must do that puts texts into a reply box. */
export function describeReplies(contract: ReplyContract): void {
  const { reader, ticketId, draw, box, visibility } = contract;
  const reply = { ticketId, text: 'Hello Mira,\n\n<b>soon</b>', append: false };
  const page = (url = contract.url): Page => ({
    url: new URL(url),
    document,
    fetch: vi.fn(),
    signal: new AbortController().signal,
    selection: '',
  });
  const insert = (change: Partial<typeof reply> = {}, url?: string) =>
    reader.insertReply?.({ ...reply, ...change }, page(url));
  const isField = () => box()?.nodeName === 'TEXTAREA';
  const shown = () => {
    const element = box();
    return isField() ? ((element as HTMLTextAreaElement).value ?? '') : (element?.innerHTML ?? '');
  };
  const expected = (text: string) =>
    isField() ? text : text.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');
  const submitted = vi.fn((event: Event) => event.preventDefault());

  describe(`the reply box of ${reader.name}`, () => {
    beforeEach(() => {
      submitted.mockClear();
      document.addEventListener('submit', submitted);
    });
    afterEach(() => {
      document.removeEventListener('submit', submitted);
      expect(submitted).not.toHaveBeenCalled();
    });

    it('gets the text, line by line and never as markup, and the desk hears of it', () => {
      draw({ held: contract.empty });
      const heard = vi.fn();
      box()?.addEventListener('input', heard);
      expect(insert()).toEqual({ ok: true, value: { written: 'inserted', visibility } });
      expect(shown()).toBe(expected(reply.text));
      expect(heard).toHaveBeenCalledOnce();
    });

    it('keeps what the agent wrote, and gets the text below it when asked to', () => {
      draw({ held: 'Dear Mira' });
      expect(insert()).toMatchObject({ value: { written: 'holds-text' } });
      expect(shown()).toBe('Dear Mira');
      expect(insert({ append: true })).toMatchObject({ value: { written: 'inserted' } });
      expect(shown()).toBe(expected(`Dear Mira\n\n${reply.text}`));
    });

    it('gets nothing while another ticket is in front', () => {
      draw({ held: contract.empty });
      const before = shown();
      const other = contract.url.replaceAll(ticketId, `${ticketId}1`);
      expect(insert({}, other)).toMatchObject({ error: { kind: 'not-found' } });
      expect(insert({ ticketId: `${ticketId}1` })).toMatchObject({ error: { kind: 'not-found' } });
      expect(shown()).toBe(before);
    });

    if (contract.canBeInternal) {
      it('says that it is set to internal, and leaves it so', () => {
        draw({ held: contract.empty, internal: true });
        expect(insert()).toMatchObject({ value: { written: 'inserted', visibility: 'internal' } });
        expect(insert({ append: true })).toMatchObject({ value: { visibility: 'internal' } });
      });
    }

    it.each(contract.refuses)('refuses %s', (_, change, kind) => {
      draw({ held: contract.empty });
      change();
      const before = shown();
      const result = insert();
      expect(result).toMatchObject({ ok: false, error: { kind } });
      if (result && !result.ok) expect(result.error.detail).toMatch(/^$|^[A-Z].*\.$/);
      expect(shown()).toBe(before);
    });
  });
}
