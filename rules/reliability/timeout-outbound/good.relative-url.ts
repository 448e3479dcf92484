// Node's fetch has no base for a relative URL, so this can only run in a browser.
export const saveDraft = (id: string, text: string) => fetch(`/api/drafts/${id}`, { method: 'PUT', body: text });

export const listDrafts = () => fetch('/api/drafts');
