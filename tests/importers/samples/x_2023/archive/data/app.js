window.YTD.app.part0 = [
 {
  "app": {
   "appId": "com.example.walks",
   "appNames": [
    "Example Walks"
   ]
  }
 }
]