// The one error type of Annals: what went wrong, where, and what to do about it.
#pragma once
#include <stdexcept>
#include <string>

namespace annals {

// What kind of thing is at fault; it sets the exit status of the command line.
enum class Fault {
  usage,     // the command was called wrongly
  input,     // a story or file that was to be read
  model,     // the model file, or the pipeline it is built from
  lexicon,   // a lexicon table
  ledger,    // a ledger database
  internal,  // a limit of the machine or a broken promise of our own
};

class Error : public std::runtime_error {
 public:
  // `where` names the thing at fault ("wire.jsonl:412"), `problem` says what is wrong with it, and `remedy` is one
  // sentence that says what to do. what() is "where: problem. remedy".
  Error(Fault fault_, std::string where_, const std::string& problem, std::string remedy_)
      : std::runtime_error(where_ + ": " + problem + ". " + remedy_),
        fault(fault_),
        where(std::move(where_)),
        remedy(std::move(remedy_)) {}

  Fault fault;
  std::string where;
  std::string remedy;
};

}  // namespace annals
