a =<span lang="zh">
   @%.alt = 
    { -unoct(join: "li") }la =<span lang="zh">
   @%.alt = 
    { -unoct(join: "li") }lt = 
    =<span lang="zh  { -unoct(join: "li") }lt = 
    { "" }
  { "" } 
 ple.t = 
    =<span lang="zh  { -unoct(join: "li") }
  ple.org.