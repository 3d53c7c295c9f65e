// Event records: who did what to whom.
#pragma once
#include <string>
#include <vector>

#include "annals/record.h"
#include "record/acts.h"
#include "record/contexts.h"
#include "record/layers.h"
#include "record/setting.h"

namespace annals {

struct EventWorkspace {
  ActWorkspace acts;
  std::vector<Act> found;
  std::vector<char> is_actor;
  ActWords act_words;
};

class EventFinder {
 public:
  // Borrows both tables.
  EventFinder(const ActTables& acts, const ContextLexicon& contexts) : acts_(acts), contexts_(contexts) {}

  // Appends the story's events in text order.
  void find(const Layers& layers, EventWorkspace& workspace, std::vector<Record>& records) const;

 private:
  Event event(const Layers& layers, const ActWords& act_words, const Act& act) const;

  ActFinder acts_;
  const ContextLexicon& contexts_;
};

}  // namespace annals
