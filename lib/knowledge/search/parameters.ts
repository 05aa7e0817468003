/** How the words of one field weigh, by the formula of BM25F. */
export interface FieldParameters {
  readonly weight: number;
  /** 0 = the length of the field does not matter, 1 = a word in a field twice as long counts half. */
  readonly b: number;
  /** Terms of a usual field. Fixed, not measured, so that a record's postings never depend on other records. */
  readonly usualLength: number;
}

/** What ranks; one set for a title alone, one for title and body. */
export interface RankParameters {
  /** Weight of the strong fields (title, signatures, linked titles, parts) against the text. */
  readonly strong: number;
  readonly k1: number;
  /** Saturation and title weight on the side of the query. */
  readonly k3: number;
  readonly titleWeight: number;
  /** The terms that are looked up, strongest first. */
  readonly terms: number;
  /** Weights of the second look at the best records; each feature lies within 0…1. */
  readonly rerank: RerankWeights;
}

export interface RerankWeights {
  /** BM25F score against the best of this query. */
  readonly best: number;
  /** Likeness of the titles by groups of three letters: survives inflection, typing errors and joined words. */
  readonly letters: number;
  /** Share of the neighbouring words of the ticket's title that stand side by side in the record's title. */
  readonly pairs: number;
  /** A part in common. */
  readonly part: number;
  /** Age on a logarithmic scale: days, months and years are told apart alike. */
  readonly age: number;
  /** Share of the ticket's title that the record's title or text holds, by rarity. */
  readonly titleFound: number;
  /** Share of the record's title that the ticket's title or text holds, by rarity. */
  readonly titleSaid: number;
  /** Share of the ticket's rarest words that the record holds, by rarity. */
  readonly rareFound: number;
  /** Shortness of the text: a long one holds many words by chance. */
  readonly brief: number;
  /** A named exception, error code or HTTP status in common. */
  readonly signature: number;
  /** Number of linked reports on a logarithmic scale, 1 at a hundred. */
  readonly linked: number;
  readonly version: number;
  /** The title is, or names, a key of the record. */
  readonly key: number;
}

export interface SearchParameters {
  /** Longer texts are cut here, in index and query. */
  readonly longestText: number;
  /** Linked reports whose words are taken in. */
  readonly mostLinked: number;
  readonly fields: {
    readonly title: FieldParameters;
    readonly signatures: FieldParameters;
    readonly linkedTitles: FieldParameters;
    readonly parts: FieldParameters;
    readonly text: FieldParameters;
    readonly linkedTexts: FieldParameters;
  };
  readonly title: RankParameters;
  readonly full: RankParameters;
  /** Records that get to the priors, and of them those that get the second look. */
  readonly candidates: number;
  readonly reranked: number;
  /** Weights of part and age when the reranked are chosen among the candidates. */
  readonly prior: { readonly part: number; readonly age: number };
  /** Rarest words that `rareFound` looks for. */
  readonly rareTerms: number;
  /** Days after which age says no more. */
  readonly oldestDays: number;
  /** Idf that a title word the query does not know is given when `titleSaid` is counted. */
  readonly usualIdf: number;
  /** Postings read for one query, rarest terms first; the rest adds little to any record. */
  readonly mostPostings: number;
}

const MUCH = { weight: 1, b: 0.55, usualLength: 8 };

/** The one set of parameters: `npm run eval`, the benchmark and the shipped worker all use it. */
export const searchParameters: SearchParameters = {
  longestText: 20_000,
  mostLinked: 50,
  fields: {
    title: MUCH,
    signatures: { ...MUCH, weight: 0.5 },
    linkedTitles: MUCH,
    parts: { ...MUCH, weight: 0.3 },
    text: { weight: 1, b: 0.75, usualLength: 90 },
    linkedTexts: { weight: 1, b: 0.75, usualLength: 90 },
  },
  title: {
    strong: 3,
    k1: 1.2,
    k3: 2,
    titleWeight: 1.5,
    terms: 60,
    rerank: {
      best: 3.4,
      letters: 1.4,
      pairs: 0.2,
      part: 0.7,
      age: 4,
      titleFound: 0,
      titleSaid: 0,
      rareFound: 0,
      brief: 0,
      signature: 0.1,
      linked: 0.3,
      version: 0.1,
      // More than all others together: who types a key wants that record.
      key: 15,
    },
  },
  full: {
    strong: 10,
    k1: 3,
    k3: 2,
    titleWeight: 8,
    terms: 60,
    rerank: {
      best: 3.4,
      letters: 1.1,
      pairs: 0.2,
      part: 0.65,
      age: 4,
      titleFound: 2.1,
      titleSaid: 2.4,
      rareFound: 1.4,
      brief: 0.8,
      signature: 0.3,
      linked: 0.3,
      version: 0.1,
      key: 3,
    },
  },
  candidates: 400,
  reranked: 100,
  prior: { part: 0.1, age: 0.6 },
  rareTerms: 20,
  oldestDays: 4_000,
  usualIdf: 6,
  mostPostings: 120_000,
};
