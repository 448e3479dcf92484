/**
 * Questions that may come back to themselves: circular imports, recursive functions, a parameter whose callers ask for it.
 * A question met again while it is open gets no answer the second time. What was answered meanwhile rests on that cut: it
 * serves as a tentative answer until the question that it was cut at is answered, and is then forgotten, so that what is kept
 * is as complete as if it had been asked alone.
 */

/** What is asked: of a value by its key, of a function by its own. */
export type QuestionKey = number;

/** One question that is open, or that closed with a tentative answer. */
interface Frame {
  /** Among the open ones, outermost first. */
  index: number;
  isOpen: boolean;
  /** What it gets when it is met again: nothing yet while it is open, then the tentative answer. */
  answer: unknown;
  /** Once it closed tentatively: the question, open at that time, that it rests on. */
  restsOn: Frame | null;
  keep: ((answer: never) => void) | null;
}

export class OpenQuestions {
  private readonly frames: Frame[] = [];
  private readonly pending = new Map<QuestionKey, Frame>();
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
    const frame = this.pending.get(key);
    if (frame === undefined) return this.answer(key, whenOpen, keep, compute);
    this.cut(frame.isOpen ? frame : frame.restsOn!);
    return frame.answer as T;
  }

  /**
   * Says that the outermost question was too much work. What was found so far is kept as it is, or the next question would
   * do the same work over again and give up in the same place.
   */
  giveUp(): void {
    this.isGivenUp = this.frames.length > 0;
    for (const key of this.order.splice(0)) {
      const frame = this.pending.get(key)!;
      frame.keep?.(frame.answer as never);
      this.pending.delete(key);
    }
  }

  private cut(at: Frame): void {
    let frame = at;
    while (frame.restsOn !== null) frame = frame.restsOn;
    this.cutAt = Math.min(this.cutAt, frame.index);
  }

  private answer<T>(key: QuestionKey, whenOpen: T, keep: (answer: T) => void, compute: () => T): T {
    const outerCut = this.cutAt;
    const mark = this.order.length;
    const frame: Frame = { index: this.frames.length, isOpen: true, answer: whenOpen, restsOn: null, keep: null };
    this.cutAt = Infinity;
    this.frames.push(frame);
    this.pending.set(key, frame);
    try {
      const answer = compute();
      this.close(key, frame, answer, keep, mark);
      return answer;
    } finally {
      this.frames.pop();
      if (frame.index === 0) this.isGivenUp = false;
      if (frame.isOpen) this.pending.delete(key);
      this.cutAt = this.cutAt >= frame.index ? outerCut : Math.min(this.cutAt, outerCut);
    }
  }

  private close<T>(key: QuestionKey, frame: Frame, answer: T, keep: (answer: T) => void, mark: number): void {
    if (this.cutAt >= frame.index || this.isGivenUp) {
      for (const forgotten of this.order.splice(mark)) this.pending.delete(forgotten);
      keep(answer);
      return;
    }
    frame.isOpen = false;
    frame.answer = answer;
    frame.restsOn = this.frames[this.cutAt]!;
    frame.keep = keep;
    this.order.push(key);
  }
}
