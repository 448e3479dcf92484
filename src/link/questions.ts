/**
 * Questions that may come back to themselves: circular imports, recursive functions, a parameter whose callers ask for it.
 * A question met again while it is open gets no answer the second time. What was answered meanwhile rests on that cut: it
 * serves as a tentative answer until the question that it was cut at is answered, and is then forgotten, so that what is kept
 * is as complete as if it had been asked alone.
 */

/** What is asked: of a value by its key, of a function by its own. */
export type QuestionKey = number;

/** One open question. */
interface Frame {
  index: number;
  /** Set when it closed tentatively: the open question that it rests on in turn. */
  restsOn: Frame | null;
}

interface Tentative {
  answer: unknown;
  restsOn: Frame;
  keep: () => void;
}

export class OpenQuestions {
  private readonly frames: Frame[] = [];
  private readonly open = new Map<QuestionKey, Frame>();
  private readonly tentative = new Map<QuestionKey, Tentative>();
  /** Keys of tentative answers, oldest first. */
  private readonly order: QuestionKey[] = [];
  /** Index of the outermost open question that the current one was cut at. */
  private cutAt = Infinity;
  private isGivenUp = false;

  /** How many questions are open. */
  get depth(): number {
    return this.frames.length;
  }

  /**
   * Answers a question. `keep` is called with an answer that rests on nothing open; `whenOpen` is what the question gets
   * when it is met inside itself.
   */
  ask<T>(key: QuestionKey, whenOpen: T, keep: (answer: T) => void, compute: () => T): T {
    const frame = this.open.get(key);
    if (frame !== undefined) {
      this.cut(frame);
      return whenOpen;
    }
    const tentative = this.tentative.get(key);
    if (tentative !== undefined) {
      this.cut(tentative.restsOn);
      return tentative.answer as T;
    }
    return this.answer(key, keep, compute);
  }

  /**
   * Says that the outermost question was too much work. What was found so far is kept as it is, or the next question would
   * do the same work over again and give up in the same place.
   */
  giveUp(): void {
    this.isGivenUp = this.frames.length > 0;
    for (const key of this.order.splice(0)) {
      this.tentative.get(key)?.keep();
      this.tentative.delete(key);
    }
  }

  private cut(at: Frame): void {
    let frame = at;
    while (frame.restsOn !== null) frame = frame.restsOn;
    this.cutAt = Math.min(this.cutAt, frame.index);
  }

  private answer<T>(key: QuestionKey, keep: (answer: T) => void, compute: () => T): T {
    const outerCut = this.cutAt;
    const mark = this.order.length;
    const frame: Frame = { index: this.frames.length, restsOn: null };
    this.cutAt = Infinity;
    this.frames.push(frame);
    this.open.set(key, frame);
    try {
      const answer = compute();
      this.close(key, frame, answer, keep, mark);
      return answer;
    } finally {
      this.frames.length = frame.index;
      if (frame.index === 0) this.isGivenUp = false;
      this.open.delete(key);
      this.cutAt = this.cutAt >= frame.index ? outerCut : Math.min(this.cutAt, outerCut);
    }
  }

  private close<T>(key: QuestionKey, frame: Frame, answer: T, keep: (answer: T) => void, mark: number): void {
    if (this.cutAt >= frame.index || this.isGivenUp) {
      for (const forgotten of this.order.splice(mark)) this.tentative.delete(forgotten);
      keep(answer);
      return;
    }
    frame.restsOn = this.frames[this.cutAt]!;
    this.tentative.set(key, { answer, restsOn: frame.restsOn, keep: () => keep(answer) });
    this.order.push(key);
  }
}
