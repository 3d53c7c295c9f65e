// A document to its stories: one, or the items of a feed.
#pragma once
#include <optional>

#include "annals/story.h"
#include "story/document.h"
#include "story/feed_story.h"

namespace annals {

class DocumentReader {
 public:
  // Throws Error{Fault::input} for a document of which nothing can be read.
  DocumentReader(Document document, const PageWords& words);

  // The next story, or nothing at the end. A story without text, such as a front page's, has none to be read. Throws
  // Error{Fault::input} for a story that is refused; more() says whether the next call goes on behind it.
  std::optional<Story> next();
  // Whether there is text in what comes next.
  bool has_text() const { return feed_ || (story_ && !story_->text.empty()); }
  bool more() const { return story_.has_value() || (feed_ && feed_->more()); }

 private:
  std::optional<Story> story_;
  std::optional<FeedReader> feed_;
};

}  // namespace annals
