import { createRoot } from 'react-dom/client';

const List = ({ things }) => <ul>{things.map((thing) => <li key={thing.id}>{thing.name}</li>)}</ul>;

fetch('/api/things1').then((response) => response.json()).then((things) => createRoot(document.getElementById('root')).render(<List things={things} />));
