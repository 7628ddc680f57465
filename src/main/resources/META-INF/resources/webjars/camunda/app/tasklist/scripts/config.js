/*
 * Languages and keys of the Tasklist; the words lie in ../locales. The reader's language is its own
 * fallback: the Tasklist loads the fallback as well, and the language that comes last sets the dates.
 */
const languages = ['en', 'fr', 'es'];
const wanted = (navigator.languages && navigator.languages[0]) || navigator.language || '';
const spoken = wanted.split('-')[0].toLowerCase();
const language = languages.includes(spoken) ? spoken : 'en';

/*
 * The Tasklist translates some texts once, whether its words have come or not. Words that it kept
 * at the last visit it has at once: so they are fetched and kept for it before it starts.
 */
const folder = `${document.querySelector('base').getAttribute('app-root')}/app/tasklist/locales/`;
try {
  const answer = await fetch(`${folder}${language}.json?bust=${window.bust}`, { signal: AbortSignal.timeout(15000) });
  const kept = JSON.parse(localStorage.getItem('camunda-web') || '{}');
  kept[`${folder}_locales_data_${language}_${window.bust}`] = JSON.stringify(await answer.json());
  localStorage.setItem('camunda-web', JSON.stringify(kept));
} catch (lost) {
  console.warn('The words of the Tasklist come late', lost);
}

export default {
  locales: {
    availableLocales: languages,
    fallbackLocale: language
  },
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'Claim the task · Prendre la tâche · Tomar la tarea'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'Go to the first filter · Aller au premier filtre · Ir al primer filtro'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'Go to the first task · Aller à la première tâche · Ir a la primera tarea'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'Go to the first field · Aller au premier champ · Ir al primer campo'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: 'Start a process · Lancer un processus · Iniciar un proceso'
    }
  }
};
