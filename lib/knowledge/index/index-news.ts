/** News between contexts of the extension; nothing is sent but the fact. */
type News = 'index-written' | 'search-refreshed';

const toName = (news: News): string => `baton-${news}`;

function announce(news: News): void {
  const channel = new BroadcastChannel(toName(news));
  channel.postMessage(null);
  channel.close();
}

function listen(news: News, listener: () => void): () => void {
  const channel = new BroadcastChannel(toName(news));
  channel.onmessage = () => listener();
  return () => channel.close();
}

/** The background wrote the index. */
export const announceIndex = (): void => announce('index-written');
export const onIndexWritten = (listener: () => void): (() => void) => listen('index-written', listener);

/** The search worker answers from the new index now. */
export const announceSearch = (): void => announce('search-refreshed');
export const onSearchRefreshed = (listener: () => void): (() => void) => listen('search-refreshed', listener);
