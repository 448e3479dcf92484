/** Fallbacks that say that there is no key: `apiKey: process.env.LOCAL_AI_API_KEY ?? 'not-used'`, for a server of one's own that asks for none. */
import { answerOf } from '../../answer.js';
import type { Predicate } from '../index.js';

/** Words for no key, and the names of model servers that take any (Ollama, LM Studio, vLLM, LocalAI and llama.cpp: their OpenAI-compatible APIs, read 2026-11). */
const NO_KEY = /^(?:not?[-_ ]?(?:used|needed|required|necessary)|no[-_ ]?(?:api[-_ ]?)?(?:key|token|auth)(?:[-_ ]?(?:needed|required))?|sk-no-key-required|none|unused|empty|ignored|ollama|lm-?studio|vllm|local-?ai|llama[-_.]?cpp|n\/?a)$/i;

/** `env.fallback-none`: is the literal a word for no key at all? */
export const fallbackNone: Predicate = (site, _operand, { program }) => {
  const fallback = site.read?.fallback.value ?? null;
  const constants = fallback === null ? null : program.constants(fallback);
  return answerOf(constants !== null && constants.length > 0 && constants.every((constant) => typeof constant === 'string' && NO_KEY.test(constant.trim())));
};
