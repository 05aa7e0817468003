/** Shorter texts are counters, badges and button words. */
const MIN_TEXT = 12;
/** A page with more text nodes than this is not compared word by word; every new block counts as news there. */
const MAX_NODES = 20_000;
/** Applications draw one message in several steps. */
const SETTLE_MS = 1_000;

/** Drafts are no news, nor is what never shows. */
const NOT_CONTENT = 'script, style, template, textarea, [contenteditable]:not([contenteditable="false"])';

/** "3 minutes ago" and "4 minutes ago" are the same text. */
const toPrint = (text: string): string => text.replace(/\d+/g, '').replace(/\s+/g, ' ').trim();

function* printsIn(root: Node): Generator<string> {
  const owner = root.ownerDocument ?? (root as Document);
  const walker = owner.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let nodes = 0;
  for (let node: Node | null = root.nodeType === Node.TEXT_NODE ? root : walker.nextNode(); node; ) {
    nodes += 1;
    if (nodes > MAX_NODES) return;
    const print = (node.nodeValue ?? '').length >= MIN_TEXT ? toPrint(node.nodeValue ?? '') : '';
    if (print.length >= MIN_TEXT && !node.parentElement?.closest(NOT_CONTENT)) yield print;
    node = walker.nextNode();
  }
}

/**
 * Calls back when the page shows text it did not show before: a new message, a changed status. Redrawn old text,
 * clocks and drafts are no news. Costs nothing while the page is still. Returns the way to stop.
 */
export function watchForNews(page: Document, onNews: () => void): () => void {
  const known = new Set(printsIn(page.body ?? page));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver((records) => {
    let news = false;
    for (const record of records) {
      const added = record.type === 'characterData' ? [record.target] : record.addedNodes;
      for (const node of added) {
        for (const print of printsIn(node)) {
          news ||= !known.has(print);
          known.add(print);
        }
      }
    }
    if (!news) return;
    clearTimeout(timer);
    timer = setTimeout(onNews, SETTLE_MS);
  });
  observer.observe(page, { childList: true, subtree: true, characterData: true });
  return () => {
    clearTimeout(timer);
    observer.disconnect();
  };
}
