/*
 * Languages and keys of the Tasklist; the words lie in ../locales. The reader's language is its own
 * fallback: the Tasklist loads the fallback as well, and the language that comes last sets the dates.
 */
const languages = ['en', 'fr', 'es'];
const wanted = (navigator.languages && navigator.languages[0]) || navigator.language || '';
const language = wanted.split('-')[0];

export default {
  locales: {
    availableLocales: languages,
    fallbackLocale: languages.includes(language) ? language : 'en'
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
