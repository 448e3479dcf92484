import { ChatAnthropic } from '@langchain/anthropic';
import { ChatBedrockConverse } from '@langchain/aws';
import { ChatCohere } from '@langchain/cohere';
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { StringOutputParser } from '@langchain/core/output_parsers';
import { ChatPromptTemplate } from '@langchain/core/prompts';
import { ChatGoogleGenerativeAI } from '@langchain/google-genai';
import { ChatVertexAI } from '@langchain/google-vertexai';
import { ChatGroq } from '@langchain/groq';
import { ChatMistralAI } from '@langchain/mistralai';
import { ChatOllama } from '@langchain/ollama';
import { AzureChatOpenAI, ChatOpenAI, OpenAIEmbeddings } from '@langchain/openai';
import { LLMChain } from 'langchain/chains';

const model = new ChatOpenAI({ model: 'gpt-4o-mini', temperature: 0, timeout: 20_000, maxRetries: 1 });

export const ask = (question: string) => model.invoke(question);

const prompt = ChatPromptTemplate.fromTemplate('Answer: {question}');
const chain = prompt.pipe(model).pipe(new StringOutputParser());

export const answer = (question: string) => chain.invoke({ question });

const structured = model.withStructuredOutput({ type: 'object' });
export const extract = (question: string) => structured.invoke(question);

const claude = new ChatAnthropic({ model: 'claude-sonnet-4-5', clientOptions: { timeout: 20_000 } });
export const stream = (question: string) => claude.stream(question);

const gemini = new ChatGoogleGenerativeAI({ model: 'gemini-2.0-flash' });
export const google = (question: string) => gemini.invoke(question, { timeout: 20_000 });

const azure = new AzureChatOpenAI({ azureOpenAIApiDeploymentName: 'gpt' });
export const microsoft = (question: string) => azure.batch([question], { signal: AbortSignal.timeout(20_000) });

const mistral = new ChatMistralAI({ model: 'mistral-small-latest' }).withConfig({ timeout: 20_000 });
export const french = (question: string) => mistral.invoke(question);

const local = new ChatOllama({ model: 'llama3.2', fetch: (url, init) => fetch(url, { ...init, signal: AbortSignal.timeout(60_000) }) });
export const offline = (question: string) => local.invoke(question);

const vertex = new ChatVertexAI({ model: 'gemini-2.0-flash' });
export const cloud = (question: string, signal: AbortSignal) => vertex.invoke(question, { signal });

const cohere = new ChatCohere({ model: 'command-r' });
export const canadian = (question: string) => cohere.invoke(question, { timeout: 20_000 });

// These two give up after a minute by themselves.
const groq = new ChatGroq({ model: 'llama-3.3-70b-versatile' });
export const fast = (question: string) => groq.invoke(question);

const bedrock = new ChatBedrockConverse({ model: 'anthropic.claude-3-5-sonnet' });
export const amazon = (question: string) => bedrock.invoke(question);

const embeddings = new OpenAIEmbeddings({ model: 'text-embedding-3-small', timeout: 5_000 });
export const vector = (text: string) => embeddings.embedQuery(text);

const old = new LLMChain({ llm: model, prompt });
export const legacy = (question: string) => old.call({ question });

// How a model that arrives as its base class was made cannot be seen; what the call is given can.
export const any = (model: BaseChatModel, question: string) => model.invoke(question, { signal: AbortSignal.timeout(20_000) });
// ok: timeout-llm
export const unseen = (model: BaseChatModel, question: string) => model.invoke(question);
