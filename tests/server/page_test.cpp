// The page that the program holds: its files, their types, how they are kept by the browser.
#include "server/embedded_files.h"
#include "server/served_ledger.h"

namespace annals {
namespace {

class PageTest : public support::ServedLedger {};

TEST_F(PageTest, GivesThePage) {
  const auto page = served_->client->Get("/");
  ASSERT_TRUE(page);
  EXPECT_EQ(page->status, 200);
  EXPECT_EQ(page->get_header_value("Content-Type"), "text/html; charset=utf-8");
  EXPECT_EQ(page->get_header_value("Cache-Control"), "private, no-cache");
  EXPECT_NE(page->body.find("<title>Annals"), std::string::npos);
  EXPECT_EQ(page->body.find("<script>"), std::string::npos) << "the policy allows no inline script";
  EXPECT_EQ(served_->client->Get("/", {{"If-None-Match", page->get_header_value("ETag")}})->status, 304);
}

TEST_F(PageTest, GivesEveryFileWhole) {
  for (const EmbeddedFile& file : embedded_files()) {
    const auto plain = served_->client->Get(std::string(file.url));
    ASSERT_TRUE(plain) << file.url;
    EXPECT_EQ(plain->body, file.plain) << file.url;
    const auto packed = served_->client->Get(std::string(file.url), {{"Accept-Encoding", "gzip"}});
    EXPECT_EQ(packed->body, file.plain) << file.url << " unpacked";
    EXPECT_EQ(packed->get_header_value("Content-Type"), file.type);
  }
}

TEST_F(PageTest, GivesNothingElse) {
  for (const char* path : {"/nothing", "/../etc/passwd", "/assets/", "/index.html/..", "//"}) {
    EXPECT_EQ(served_->client->Get(path)->status, 404) << path;
  }
  EXPECT_EQ(served_->client->Post("/", "x", "text/plain")->status, 405);
}

}  // namespace
}  // namespace annals
