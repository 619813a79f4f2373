window.YTD.personalization.part0 = [
 {
  "p13nData": {
   "demographics": {
    "languages": [
     {
      "language": "German",
      "isDisabled": false
     }
    ],
    "genderInfo": {
     "gender": "female"
    }
   },
   "interests": {
    "interests": [
     {
      "name": "Gardening",
      "isDisabled": false
     },
     {
      "name": "Trains",
      "isDisabled": true
     }
    ],
    "partnerInterests": [],
    "audienceAndAdvertisers": {
     "numAudiences": "3",
     "advertisers": [
      "@shop_example",
      "@seeds_example"
     ],
     "lookalikeAdvertisers": [
      "@tools_example"
     ],
     "doNotReachAdvertisers": [
      "@bank_example"
     ]
    },
    "shows": [
     "The Invented Show"
    ]
   },
   "locationHistory": [],
   "inferredAgeInfo": {
    "age": [
     "35-49"
    ],
    "birthDate": ""
   }
  }
 }
]