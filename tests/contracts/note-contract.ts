import { describe, expect, it } from 'vitest';
import type { Desk, NewNote, TicketReader } from '@/lib/ticket/ticket-reader';

export const note = (ticketId: string): NewNote => ({
  ticketId,
  text: 'Escalated <b>today</b> & safe\nSecond line',
  link: { title: 'ABC-1', url: 'https://tracker.test/issues/1?a=1&b=2' },
  marker: 'baton:0123456789',
});

/** How the imitated desk behaves; it keeps what is posted to it. */
export interface DeskMood {
  /** It stores what it gets as a public reply. */
  readonly publishes?: boolean;
  /** A customer's public message quotes the marker already. */
  readonly customerQuotes?: boolean;
  /** Reading answers 500. */
  readonly cannotBeRead?: boolean;
  /** The session is over: reading gives what the desk really answers then. */
  readonly loggedOut?: boolean;
}

export interface ImitatedDesk {
  readonly desk: Desk;
  /** Bodies of the notes written so far, as the desk got them. */
  readonly written: readonly string[];
}

interface NoteContract {
  readonly reader: TicketReader;
  readonly ticketId: string;
  /** Ids that are none of this desk: each must be refused without a request that writes. */
  readonly badIds: readonly string[];
  readonly imitate: (mood: DeskMood) => ImitatedDesk;
}

/** What every writer of notes must do: internal or not at all, once, and never on a guess. */
export function describeNotes({ reader, ticketId, badIds, imitate }: NoteContract): void {
  const write = (desk: Desk, id = ticketId) => {
    if (!reader.addNote) throw new Error(`${reader.name} writes no notes`);
    return reader.addNote(note(id), desk);
  };

  describe(`${reader.name} writes notes like every reader`, () => {
    it('writes one internal note, with link and marker, and finds it the second time', async () => {
      const { desk, written } = imitate({});
      expect(await write(desk)).toEqual({ ok: true, value: { existing: false, confirmedInternal: true } });
      expect(await write(desk)).toEqual({ ok: true, value: { existing: true, confirmedInternal: true } });
      expect(written).toHaveLength(1);
      expect(written[0]).toContain('baton:0123456789');
      expect(written[0]).toContain('tracker.test/issues/1');
      expect(written[0]).not.toContain('<b>today</b>');
    });

    it('does not believe a desk that published it', async () => {
      const { desk } = imitate({ publishes: true });
      const result = await write(desk);
      expect(result).toMatchObject({ ok: false, error: { kind: 'changed-layout' } });
    });

    it('is not fooled by a customer who quotes the marker', async () => {
      const { desk, written } = imitate({ customerQuotes: true });
      expect(await write(desk)).toMatchObject({ ok: true, value: { existing: false } });
      expect(written).toHaveLength(1);
    });

    it('writes nothing when the look-up fails', async () => {
      const { desk, written } = imitate({ cannotBeRead: true });
      expect(await write(desk)).toMatchObject({ ok: false, error: { kind: 'server' } });
      expect(written).toHaveLength(0);
    });

    it('writes nothing when the agent is logged out', async () => {
      const { desk, written } = imitate({ loggedOut: true });
      expect(await write(desk)).toMatchObject({ ok: false, error: { kind: 'logged-out' } });
      expect(written).toHaveLength(0);
    });

    it.each(badIds)('refuses the id %s', async (id) => {
      const { desk, written } = imitate({});
      expect(await write(desk, id)).toMatchObject({ ok: false, error: { kind: 'not-found' } });
      expect(written).toHaveLength(0);
    });
  });
}
