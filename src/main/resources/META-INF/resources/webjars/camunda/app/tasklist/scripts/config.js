/* Languages and keys of the Tasklist; the words lie in ../locales. */
export default {
  locales: {
    availableLocales: ['en', 'fr', 'es'],
    fallbackLocale: 'en'
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
