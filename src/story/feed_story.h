// The items of a feed, RSS or Atom, as stories.
#pragma once
#include <memory>
#include <optional>
#include <string>

#include "annals/story.h"
#include "story/page_words.h"

namespace annals {

class FeedReader {
 public:
  // `xml` is UTF-8, whatever it declares. `where` names the feed in messages, `stem` its items that have no id.
  FeedReader(std::string xml, std::string where, std::string stem, const PageWords& words);
  ~FeedReader();
  FeedReader(FeedReader&&) noexcept;
  FeedReader& operator=(FeedReader&&) noexcept;

  // The next item, or nothing at the end. The text is the whole one where the feed has it (content:encoded, Atom's
  // content), else the summary, and may be empty. Throws Error{Fault::input} at the end of a feed that is damaged, when
  // the items before the damage have been handed out, or for an item that is refused; more() says which.
  std::optional<Story> next();

  // Whether another item may follow.
  bool more() const;

 private:
  struct State;  // keeps pugixml out of this header
  std::unique_ptr<State> state_;
};

}  // namespace annals
