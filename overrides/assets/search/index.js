/* The words of the site and where each stands.
 *
 * Words are counted through all sections: the word behind another has the next number, and numbers
 * are left out where a title or block ends, so that no phrase reaches over it. Each word is kept
 * twice, as written and without marks; what stands in code is of no use to a reader and not kept.
 */
class SearchIndex {
  static WORD = /[\p{L}\p{M}\p{N}]+/gu;
  static PIECE = /<(\/?)(\w+)>|[^<]+/g;
  static INLINE = new Set(["code", "sub", "sup"]);
  static CODE = new Set(["code", "pre"]);
  static ENTITIES = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };

  constructor(docs) {
    this.terms = new Map(); // as written, or without marks → the numbers of its places
    this.placesOfWord = new Map(); // a word, letter for letter → those lists, one or both
    this.places = []; // number → { section, block, start, end }, the letters of the block's text
    this.sections = docs.map((doc) => this.#section(doc));
  }

  #section({ location, title, text, boost = 1 }) {
    const section = { location, boost, page: location.split("#")[0], blocks: [] };
    for (const html of [title, text]) {
      let [block, inCode] = [this.#block(section), false];
      for (const [piece, closing, tag] of html.matchAll(SearchIndex.PIECE)) {
        if (!tag) this.#read(block, piece, inCode);
        else if (SearchIndex.CODE.has(tag)) inCode = !closing;
        if (tag && !SearchIndex.INLINE.has(tag) && block.text.trim()) block = this.#block(section);
      }
    }
    [section.title] = section.blocks;
    return section;
  }

  #block(section) {
    this.places.length++; // the gap
    const block = { section, text: "" };
    section.blocks.push(block);
    return block;
  }

  #read(block, html, inCode) {
    const from = block.text.length;
    block.text += html.replace(/&(?:lt|gt|amp);/g, (entity) => SearchIndex.ENTITIES[entity]);
    if (inCode) return;
    for (const { 0: word, index } of block.text.slice(from).matchAll(SearchIndex.WORD)) {
      const number = this.places.push({
        block,
        section: block.section,
        start: from + index,
        end: from + index + word.length,
      }) - 1;
      for (const numbers of this.#lists(word)) numbers.push(number);
    }
  }

  /* Where the places of a word are kept. Most words of a site stand there many times. */
  #lists(word) {
    let lists = this.placesOfWord.get(word);
    if (!lists) {
      lists = [...new Set([vietnamese.canonical(word), vietnamese.fold(word)])].map((term) => {
        if (!this.terms.has(term)) this.terms.set(term, []);
        return this.terms.get(term);
      });
      this.placesOfWord.set(word, lists);
    }
    return lists;
  }

  /* What the words of the site look like without marks, without figures: what may be mistyped. */
  get plainWords() {
    this.known ??= [...this.terms.keys()].filter((term) => /^[a-z]+$/.test(term));
    return this.known;
  }

  /* The terms that begin so, found by halving: there are as many as there are numbered seats. */
  begunWith(start) {
    this.sorted ??= [...this.terms.keys()].sort((one, other) => (one < other ? -1 : 1));
    let [low, high] = [0, this.sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sorted[middle] < start) low = middle + 1;
      else high = middle;
    }
    const begun = [];
    while (this.sorted[low]?.startsWith(start)) begun.push(this.sorted[low++]);
    return begun;
  }

  /* The numbers of the places of some terms. */
  placesOf(terms) {
    return new Set([...terms].flatMap((term) => this.terms.get(term) ?? []));
  }
}
