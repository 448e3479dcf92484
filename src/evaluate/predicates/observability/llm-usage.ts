/** `llm.usage-read`: does the package look at the tokens that answers of language models have cost? */
import { answerOf, yes } from '../../answer.js';
import type { Predicate } from '../index.js';

/** What the libraries call them (openai 6, @anthropic-ai/sdk 0.70, ai 5, @google/genai 1, @langchain/core 1), and what programs call the price. */
const USAGE = /^(?:usage|totalUsage|usage_?metadata|token_?usage|llm_?output|(?:total|prompt|completion|input|output|candidates|reasoning|cached|num)_?tokens?(?:_?(?:count|used))?|tokens?_?(?:used|count)|(?:total|token|llm|estimated)?_?costs?)$/i;

/** Of a client: where a gateway stands between, which may count. */
const ADDRESSES = ['baseURL', 'baseUrl', 'basePath', 'apiUrl', 'endpoint'];

/** A member of that name is read anywhere in its server code, or in a package that it depends on; or the models are asked by way of an address of the program's own. */
export const usageRead: Predicate = (_site, _operand, evaluation) => {
  const { program } = evaluation;
  const options = evaluation.roleSites(['llm.client.create'], 'wide').flatMap((site) => program.argumentList(site, 'options'));
  if (options.some((given) => ADDRESSES.some((name) => program.property(given, [name]).kind === 'found'))) return yes();
  const files = [...program.files.values()].filter((file) => evaluation.holds({ file, id: 0 }, 'wide'));
  return answerOf(files.some((file) => file.valuesOfKind('member').some((id) => {
    const fact = file.facts.values[id]!;
    return fact.kind === 'member' && fact.name !== null && USAGE.test(fact.name);
  })));
};
