// CAMEO codes of events: what those whose tools read CAMEO get beside PLOVER's type and mode.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "annals/record.h"
#include "model/lexicon.h"

namespace annals {

class CameoCodes {
 public:
  // Reads cameo.tsv; a user's rows replace ours of the same type and mode. Throws Error{Fault::lexicon} for a code that
  // is not two to four digits, as CAMEO's manual has them (Schrodt 2012, chapter 4).
  explicit CameoCodes(const Lexicon& lexicon);

  // The code of the mode, else that of the type; empty for a type that the table does not have.
  std::string_view code(std::string_view type, std::string_view mode) const;
  // Sets Event::cameo of every event among the records.
  void fill(std::span<Record> records) const;

 private:
  std::unordered_map<std::string, std::string> codes_;  // by "TYPE/mode"; "TYPE/" is the type's own
};

}  // namespace annals
