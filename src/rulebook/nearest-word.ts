/** Suggestions for misspelt words. */

const FARTHEST = 2;

/**
 * The candidate nearest to `word`: a Damerau-Levenshtein distance (optimal string alignment) of at most two, else one
 * that begins with the word or with which the word begins. Ties go to the first in alphabetical order.
 *
 * @returns the candidate, or null when none is near.
 */
export function nearestWord(word: string, candidates: Iterable<string>): string | null {
  const sorted = [...candidates].sort();
  let best: string | null = null;
  // A two-letter word is within two edits of every other one; so the distance must also be below the word's length.
  let bestDistance = Math.min(FARTHEST, word.length - 1) + 1;
  for (const candidate of sorted) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase(), bestDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  if (best !== null || word.length < 3) return best;
  return sorted.find((candidate) => candidate.startsWith(word) || (candidate.length > 2 && word.startsWith(candidate))) ?? null;
}

/** Optimal string alignment distance; gives up (returns `limit`) as soon as it cannot stay below `limit`. */
function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) >= limit) return limit;
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const cost = left[row - 1] === right[column - 1] ? 0 : 1;
      let distance = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + cost);
      const transposed = row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (transposed) distance = Math.min(distance, beforeLast[column - 2]! + 1);
      current.push(distance);
    }
    if (Math.min(...current) >= limit) return limit;
    beforeLast = last;
    last = current;
  }
  return Math.min(last[right.length]!, limit);
}
