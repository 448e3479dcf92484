import { ChatAnthropic } from '@langchain/anthropic';
import { StringOutputParser } from '@langchain/core/output_parsers';
import { ChatPromptTemplate } from '@langchain/core/prompts';
import { ChatGoogleGenerativeAI } from '@langchain/google-genai';
import { ChatMistralAI } from '@langchain/mistralai';
import { ChatOllama } from '@langchain/ollama';
import { AzureChatOpenAI, ChatOpenAI, OpenAIEmbeddings } from '@langchain/openai';
import { ChatVertexAI } from '@langchain/google-vertexai';
import { ChatCohere } from '@langchain/cohere';
import { LLMChain } from 'langchain/chains';

const model = new ChatOpenAI({ model: 'gpt-4o-mini', temperature: 0 });

// expect: timeout-llm
export const ask = (question: string) => model.invoke(question);

const prompt = ChatPromptTemplate.fromTemplate('Answer: {question}');
const chain = prompt.pipe(model).pipe(new StringOutputParser());

// expect: timeout-llm
export const answer = (question: string) => chain.invoke({ question });

const structured = model.withStructuredOutput({ type: 'object' });
// expect: timeout-llm
export const extract = (question: string) => structured.invoke(question);

const claude = new ChatAnthropic({ model: 'claude-sonnet-4-5' });
// expect: timeout-llm
export const stream = (question: string) => claude.stream(question);

const gemini = new ChatGoogleGenerativeAI({ model: 'gemini-2.0-flash', timeout: 5_000 } as never);
// expect: timeout-llm
export const google = (question: string) => gemini.invoke(question);

const azure = new AzureChatOpenAI({ azureOpenAIApiDeploymentName: 'gpt' });
// expect: timeout-llm
export const microsoft = (question: string) => azure.batch([question]);

const mistral = new ChatMistralAI({ model: 'mistral-small-latest' });
// expect: timeout-llm
export const french = (question: string) => mistral.invoke(question);

const local = new ChatOllama({ model: 'llama3.2' });
// expect: timeout-llm
export const offline = (question: string) => local.invoke(question);

const vertex = new ChatVertexAI({ model: 'gemini-2.0-flash' });
// expect: timeout-llm
export const cloud = (question: string) => vertex.invoke(question);

const cohere = new ChatCohere({ model: 'command-r' });
// expect: timeout-llm
export const canadian = (question: string) => cohere.invoke(question);

const embeddings = new OpenAIEmbeddings({ model: 'text-embedding-3-small' });
// expect: timeout-llm
export const vector = (text: string) => embeddings.embedQuery(text);

const old = new LLMChain({ llm: model, prompt });
// expect: timeout-llm
export const legacy = (question: string) => old.call({ question });
