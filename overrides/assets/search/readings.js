/* How what is typed may be meant: readings, in rounds; a later round is asked only when those before find
 * nothing.
 *
 *   1  as typed: with marks it means just that, without it means any; what is the same in other words too
 *   2  the marks typed do not count
 *   3  letters of a Telex keyboard left over (hooij nghij), a space missing or one too many
 *   4  one letter of a word wrong, missing, too many, or two of them swapped; never in a number, nor in a
 *      single short word, which is near to too many
 *
 * A reading is a list of words, each { word, whole, more }: what was typed, the terms that stand for it
 * as a whole, and those that only begin so. `cost` says how far it is from what was typed.
 */
const readings = (() => {
  "use strict";

  const MOST = 24; // readings of a round
  const { canonical, fold } = vietnamese;
  const wordsIn = (text) => canonical(text).match(SearchIndex.WORD) ?? [];
  const isPlain = (word) => /^[a-z]+$/.test(word);

  /* What Telex leaves when it is not switched on: the tone's letter behind the vowel, doubled letters, w. */
  function withoutTelex(word) {
    const plain = fold(word);
    if (!isPlain(plain)) return word;
    const [, onset, rest] = plain.match(/^([^aeiouyw]*)(.*)$/);
    const bare = rest
      .replace(/[sfrxjz]/g, "")
      .replace(/(?<=[aeiouy].*)d/g, "") // the second d of đ, typed last
      .replace(/^w|(?<![aou])w/g, "u")
      .replace(/w/g, "")
      .replace(/([aeo])\1/g, "$1");
    return onset.replace(/dd/g, "d") + bare;
  }

  /* Words of the site that make up a word when they are written together: hoinghi → hoi nghi. */
  function split(word, isKnown) {
    const isPiece = (piece) => isKnown(piece) && (piece.length > 1 || /[aeiouy]/.test(piece));
    const ways = Array.from({ length: word.length }, () => []); // of what begins at a letter
    ways.push([[]]);
    for (let start = word.length - 1; start >= 0; start--)
      for (let end = word.length; end > start; end--) {
        const piece = word.slice(start, end);
        if (ways[start].length < MOST && ways[end].length && isPiece(piece))
          ways[start].push(...ways[end].map((rest) => [piece, ...rest]));
      }
    const fewest = (one, other) => one.length - other.length;
    return ways[0].filter(({ length }) => length > 1).sort(fewest).slice(0, MOST);
  }

  /* At most one letter apart: wrong, missing, too many, or two neighbours swapped. */
  function isNear(one, other) {
    const [short, long] = one.length > other.length ? [other, one] : [one, other];
    if (long.length - short.length > 1) return false;
    let at = 0;
    while (at < short.length && short[at] === long[at]) at++;
    if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
    const isSwapped = short[at] === long[at + 1] && short[at + 1] === long[at];
    return (
      short.slice(at + 1) === long.slice(at + 1) ||
      (isSwapped && short.slice(at + 2) === long.slice(at + 2))
    );
  }

  /* The words typed, and those with the same meaning in place of some of them; one more costs one more. */
  function inOtherWords(words, groups) {
    const isSame = (typed, word) =>
      typed === word || (typed === fold(typed) && typed === fold(word));
    let ways = [{ words: [], cost: 0, next: 0 }];
    const done = [];
    while (ways.length && done.length < MOST) {
      const way = ways.shift();
      if (way.next >= words.length) {
        done.push(way);
        continue;
      }
      ways.push({ ...way, words: [...way.words, words[way.next]], next: way.next + 1 });
      for (const group of groups)
        for (const member of group)
          if (member.every((word, at) => isSame(words[way.next + at] ?? "", word)))
            for (const other of group)
              if (other !== member)
                ways.push({
                  words: [...way.words, ...other],
                  cost: way.cost + 1,
                  next: way.next + member.length,
                });
      ways.sort((one, other) => one.cost - other.cost);
    }
    return done.map(({ words, cost }) => ({ words, cost }));
  }

  function* rounds(index, typed, { same }) {
    const isKnown = (word) => index.terms.has(word);
    const groups = same.map((group) => group.map(wordsIn).filter((member) => member.length));
    const exactly = (word) => ({ word, whole: [word], more: index.begunWith(word) });
    const asWords = (ways) =>
      ways
        .flatMap(({ words, cost = 0 }) =>
          inOtherWords(words, groups).map((way) => ({ ...way, cost: cost + way.cost })),
        )
        .map(({ words, cost }) => ({ words: words.map(exactly), cost }));

    const words = wordsIn(typed);
    const plain = words.map(fold);
    yield asWords([{ words }]);
    if (/"/.test(typed)) return; // words in quotes mean what they are
    if (words.some((word, at) => word !== plain[at])) yield asWords([{ words: plain }]);

    const telex = plain.map(withoutTelex);
    const apart = plain.reduce(
      (ways, word) =>
        ways
          .flatMap((way) => {
            const pieces = isKnown(word) || !isPlain(word) ? [[word]] : split(word, isKnown);
            return (pieces.length ? pieces : [[word]]).map((piece) => [...way, ...piece]);
          })
          .slice(0, MOST),
      [[]],
    );
    const joined = plain
      .slice(1)
      .flatMap((word, at) => (isKnown(plain[at] + word) ? [[...plain.slice(0, at), plain[at] + word, ...plain.slice(at + 2)]] : []));
    const isNew = (way) => way.join(" ") !== plain.join(" ");
    yield asWords([telex, ...apart, ...joined].filter(isNew).map((words) => ({ words, cost: 1 })))
      .map((reading) => ({ ...reading, loose: true }));

    const shortest = words.length > 1 ? 3 : 4;
    const near = (word) =>
      isPlain(word) && word.length >= shortest
        ? index.plainWords.filter((known) => isNear(word, known))
        : [word];
    yield [
      {
        words: plain.map((word) => ({ word, whole: near(word), more: [] })),
        cost: 0,
        loose: true,
        mistyped: true,
      },
    ];
  }

  return { rounds, wordsIn };
})();
